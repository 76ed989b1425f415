using BenchmarkDotNet.Running;
using Reconcile.Benchmarks;

BenchmarkSwitcher.FromAssembly(typeof(Dossiers).Assembly).Run(args);
