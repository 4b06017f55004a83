"""Object storage: reports and results that lie in buckets (extra `cloud`).

    address     what names an object or a folder of objects
    bucket      list, fetch, put, and put only where nothing is
    listing     what there is to read, into a store
    shard       the unit of work: objects to one store file in a bucket; and shards into one store
    delivery    results into a bucket

Nothing here is loaded, and the package `obstore` neither, until an address is given.
"""
