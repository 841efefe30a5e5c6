// Text in XML 1.0: escaped, and without characters that no XML may hold. A character stays one character, so that offsets hold.

const illegal = // controls, the two noncharacters of the plane, and halves of a surrogate pair that stand alone
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it looks for
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** The text with U+FFFD for each character that XML forbids; as long as it was. */
export const legal = (text: string): string => text.replace(illegal, "\uFFFD");

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\r": "&#13;",
};

/** Text between tags. */
export const escapeXml = (text: string): string => legal(text).replace(/[&<>"\r]/g, (sign) => entities[sign] ?? sign);

/** A start tag's attributes, each with a space in front; those without a value are left out. Attribute values keep their lines. */
export const attributes = (values: Readonly<Record<string, string | number | null | undefined>>): string =>
  Object.entries(values)
    .flatMap(([name, value]) =>
      value === null || value === undefined
        ? []
        : [` ${name}="${escapeXml(String(value)).replaceAll("\n", "&#10;").replaceAll("\t", "&#9;")}"`],
    )
    .join("");
