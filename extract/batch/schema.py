"""The store: one SQLite file (WAL), version `VERSION` in `PRAGMA user_version`.

location    a file of the archive, where it was found. `document` is what its bytes are.
    state   waiting  to be looked at: new, changed, or failed before
            known    its bytes are those of `document`
            failed   can't be opened: `code`, `detail`
            gone     not found again where it was; its document stays
    size, mtime_ns   as they were when its bytes were last looked at: unchanged means not read again
    root    the argument that led to it; `run` is the last run that found it
document    a content, by the SHA-256 of its bytes: the same file in two places is one document.
    state   waiting  to be read, or read again
            running  being read; found so by a later run, it is suspected and becomes `alone`
            alone    a process died while it was read: read again with nothing beside it
            done     `status` is how it went
    status  ok, partial, failed (`code`, `detail`, and hints where they are its own)
    edition what read it; another edition reads it again (see `extract.batch.edition`)
    attempts  times that it was begun alone; after `ATTEMPTS` dead runs it failed
content     the encoded report (see `extract.batch.codec`) of each document that gave one.
            Written in the same transaction as the document's `done`.

Version 1 is the first. A later version adds columns and tables, in one transaction.
"""

from typing import Final

__all__ = ["ATTEMPTS", "SCHEMA", "VERSION"]

VERSION: Final = 1
ATTEMPTS: Final = 3
"""Runs that may die with a document alone in work before it is taken for the reason."""

SCHEMA: Final = """
CREATE TABLE document (
  id INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE,
  size INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'running', 'alone', 'done')),
  status TEXT CHECK (status IN ('ok', 'partial', 'failed')),
  code TEXT NOT NULL DEFAULT '',
  detail TEXT NOT NULL DEFAULT '',
  hint_korean TEXT NOT NULL DEFAULT '',
  hint_english TEXT NOT NULL DEFAULT '',
  format TEXT NOT NULL DEFAULT '',
  edition TEXT NOT NULL DEFAULT '',
  attempts INTEGER NOT NULL DEFAULT 0,
  milliseconds INTEGER NOT NULL DEFAULT 0,
  projects INTEGER NOT NULL DEFAULT 0,
  events INTEGER NOT NULL DEFAULT 0,
  funding INTEGER NOT NULL DEFAULT 0,
  findings INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX document_to_do ON document (state, id) WHERE state <> 'done';
CREATE TABLE content (
  document INTEGER PRIMARY KEY REFERENCES document (id) ON DELETE CASCADE,
  body BLOB NOT NULL
) STRICT;
CREATE TABLE location (
  id INTEGER PRIMARY KEY,
  path BLOB NOT NULL UNIQUE,
  inside TEXT NOT NULL,
  name TEXT NOT NULL,
  root BLOB NOT NULL,
  run INTEGER NOT NULL,
  size INTEGER,
  mtime_ns INTEGER,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'known', 'failed', 'gone')),
  document INTEGER REFERENCES document (id),
  code TEXT NOT NULL DEFAULT '',
  detail TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX location_to_do ON location (inside, path) WHERE state = 'waiting';
CREATE INDEX location_document ON location (document);
CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
"""
