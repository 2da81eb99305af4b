-- What a server keeps. The same text is run on SQLite and on PostgreSQL (where TEXT is compared by bytes, see mod.rs), so there are
-- only TEXT and BIGINT columns. Times are milliseconds since 1970; hashes are hexadecimal; absent is NULL.

-- Who may sign in.
CREATE TABLE accounts (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  role TEXT NOT NULL,
  unit TEXT,
  password TEXT NOT NULL,
  disabled BIGINT NOT NULL DEFAULT 0,
  created_ms BIGINT NOT NULL,
  seen_ms BIGINT
);

-- Who is signed in, and where. Only the hash of a token is known here.
CREATE TABLE sessions (
  id TEXT NOT NULL PRIMARY KEY,
  token_hash TEXT NOT NULL UNIQUE,
  account TEXT NOT NULL,
  device_label TEXT NOT NULL,
  since_ms BIGINT NOT NULL,
  seen_ms BIGINT NOT NULL,
  expires_ms BIGINT NOT NULL
);
CREATE INDEX sessions_of ON sessions (account);

-- Links by which an account is made or gets a new password. Only the hash of a code is known here.
CREATE TABLE invitations (
  id TEXT NOT NULL PRIMARY KEY,
  code_hash TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  unit TEXT,
  account TEXT,
  made_by TEXT NOT NULL,
  expires_ms BIGINT NOT NULL,
  used_ms BIGINT
);

-- The latest state of each record. `marks` says of each field who gave it, and at which revision. `gone` is 1 where no field is
-- left; `removed_ms` is when it was removed, marked so or gone. `about` is the contested record of an open
-- conflict.
CREATE TABLE records (
  id TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  scope TEXT NOT NULL,
  rev BIGINT NOT NULL,
  fields TEXT NOT NULL,
  marks TEXT NOT NULL,
  about TEXT,
  gone BIGINT NOT NULL,
  removed_ms BIGINT
);
CREATE UNIQUE INDEX records_by_rev ON records (rev);
CREATE INDEX records_by_kind ON records (kind, scope, gone);
CREATE INDEX records_about ON records (about);
CREATE INDEX records_removed ON records (removed_ms);

-- One row. `seq` is the last number given, `floor` the highest number of a tombstone that was purged, `books` the number
-- at which something last changed that other ops are judged by.
CREATE TABLE feed (
  id BIGINT NOT NULL PRIMARY KEY,
  seq BIGINT NOT NULL,
  floor BIGINT NOT NULL,
  books BIGINT NOT NULL,
  epoch TEXT NOT NULL
);

-- The audit: every op that was ever answered, rejected ones too, in one chain of hashes for each unit. Nothing is taken
-- out of it or changed.
CREATE TABLE ops (
  op_id TEXT NOT NULL PRIMARY KEY,
  unit TEXT NOT NULL,
  chain_no BIGINT NOT NULL,
  device TEXT NOT NULL,
  seq BIGINT NOT NULL,
  account TEXT NOT NULL,
  by_name TEXT NOT NULL,
  record TEXT NOT NULL,
  kind TEXT NOT NULL,
  at_ms BIGINT NOT NULL,
  status TEXT NOT NULL,
  body_hash TEXT NOT NULL,
  body TEXT NOT NULL,
  answer TEXT NOT NULL,
  prev_hash TEXT NOT NULL,
  hash TEXT NOT NULL
);
CREATE UNIQUE INDEX ops_chained ON ops (unit, chain_no);
CREATE INDEX ops_of_record ON ops (record);
CREATE INDEX ops_of_device ON ops (device, status, at_ms);

-- The end of each chain: without it a chain could be cut short unseen.
CREATE TABLE chains (
  unit TEXT NOT NULL PRIMARY KEY,
  chain_no BIGINT NOT NULL,
  hash TEXT NOT NULL
);

-- What is known of each device. `gaps` is a list of first and last missing numbers, as JSON.
CREATE TABLE devices (
  id TEXT NOT NULL PRIMARY KEY,
  label TEXT NOT NULL,
  account TEXT NOT NULL,
  seen_ms BIGINT NOT NULL,
  last_seq BIGINT NOT NULL,
  gaps TEXT NOT NULL
);
