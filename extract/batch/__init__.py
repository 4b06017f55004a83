"""Archives: every document read in a process of its own, and kept in a store that survives anything.

    settings    what the user may set
    store       the SQLite file: which files, which documents, how they went, their records
    codec       a report to bytes and back
    sandbox     processes that may die
    reading     what happens inside one of them
    ledger      what a run asks the store, and writes down; `outcomes` of documents and files
    running     the loop: what waits is read, what was read is committed
    edition     which version of the code read a document
    contents    the reports of a store, in order
    export      the store to files
    summary     how a run goes; `progress` tells it, `standing` tells how a store stands
    survey      a look at an archive before the work
    watching    an archive that grows

`run_shard` in `shard` is the unit of work for engines: inputs to one store file, never an exception.
"""
