// The schema of a dossier file, as the steps that led to it: step n makes version n (PRAGMA user_version). Never change a step
// that was released; append one.

/** "PRLY": marks a SQLite file as a dossier (PRAGMA application_id). */
export const applicationId = 0x50524c59;

const first = `
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
INSERT INTO meta VALUES ('version', '0');

-- Documents as obtained. bytes is null only for those that came with a record; then the original may be filled in, once.
CREATE TABLE documents (
  number INTEGER PRIMARY KEY,   -- order of intake
  id TEXT NOT NULL UNIQUE,
  uri TEXT NOT NULL,
  bytes BLOB,
  bytes_hash TEXT,              -- SHA-256
  json TEXT NOT NULL            -- Document
);
CREATE INDEX documents_by_uri ON documents (uri);
CREATE TRIGGER documents_are_never_changed BEFORE UPDATE ON documents
  WHEN old.bytes IS NOT NULL OR new.bytes IS NULL OR old.id <> new.id OR old.number <> new.number
  BEGIN SELECT RAISE(ABORT, 'documents are never changed'); END;
CREATE TRIGGER documents_are_never_deleted BEFORE DELETE ON documents
  BEGIN SELECT RAISE(ABORT, 'documents are never deleted'); END;

CREATE TABLE readings (
  document INTEGER PRIMARY KEY REFERENCES documents (number),
  maker TEXT NOT NULL,          -- version and code of the reader
  json TEXT NOT NULL,           -- Reading
  document_json TEXT            -- Document as that reader took it from the same bytes; null: as it was taken in
);

-- By what linking finds a document's neighbours.
CREATE TABLE keys (key TEXT NOT NULL, document INTEGER NOT NULL REFERENCES documents (number), PRIMARY KEY (key, document)) WITHOUT ROWID;
CREATE INDEX keys_by_document ON keys (document);

CREATE TABLE decisions (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  json TEXT NOT NULL            -- Decision
);
CREATE TRIGGER decisions_are_never_changed BEFORE UPDATE ON decisions
  BEGIN SELECT RAISE(ABORT, 'decisions are never changed'); END;
CREATE TRIGGER decisions_are_never_deleted BEFORE DELETE ON decisions
  BEGIN SELECT RAISE(ABORT, 'decisions are never deleted'); END;

-- Full text. The rows of one document lie together: first to last in passage_rows.
CREATE VIRTUAL TABLE passages USING fts5 (
  words, kind UNINDEXED, document UNINDEXED, start UNINDEXED, "end" UNINDEXED, tokenize = "unicode61 remove_diacritics 2"
);
CREATE TABLE passage_rows (document INTEGER PRIMARY KEY REFERENCES documents (number), first INTEGER NOT NULL, last INTEGER NOT NULL);

-- Records made of a version of the dossier, deflated JSON; may be emptied at any time.
CREATE TABLE records (
  number INTEGER PRIMARY KEY, as_of TEXT NOT NULL, maker TEXT NOT NULL, version INTEGER NOT NULL, json BLOB NOT NULL, UNIQUE (as_of, maker)
);

-- The record that was imported, deflated JSON: it is the dossier's record as long as the version is still this one.
CREATE TABLE imported (version INTEGER PRIMARY KEY, json BLOB NOT NULL);
`;

/** The steps, in order; the newest schema is their number. */
export const migrations: readonly string[] = [first];
