// `npm run schema`: writes the published JSON Schema of the record from the runtime schema. A test says when it is stale.
import { writeFileSync } from "node:fs";
import { recordJsonSchema } from "../src/model/schema.js";

writeFileSync("schema/parley-record-1.json", `${JSON.stringify(recordJsonSchema(), null, 2)}\n`);
console.log("wrote schema/parley-record-1.json");
