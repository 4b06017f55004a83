"""Documents and runs as tests: what is read today beside what was read, or corrected, before.

compare       two lists of records: what was added, lost, changed, moved
golden        the records kept beside a document, and reading it again
mask          personal data out of a text, at the same length
archives      two whole runs, document by document
telling       the differences for people, for programs, and for test servers (JUnit)
pytest_plugin one test a document
"""
