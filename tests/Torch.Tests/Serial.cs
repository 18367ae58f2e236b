// libtorch has one generator of random numbers, and the tests of memory watch the whole process.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
