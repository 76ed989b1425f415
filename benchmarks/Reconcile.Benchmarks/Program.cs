using BenchmarkDotNet.Running;
using Reconcile.Benchmarks;

#if PEERS
// The project that BenchmarkDotNet builds for a run needs the peers too; a variable of the environment is a property there.
Environment.SetEnvironmentVariable("Peers", "true");
#endif
BenchmarkSwitcher.FromAssembly(typeof(Dossiers).Assembly).Run(args);
