using System.Collections.Immutable;

namespace Reconcile.Relations;

/// <summary>One quantity with its coefficient.</summary>
internal readonly record struct Term(string Name, double Coefficient);

/// <summary>Σ coefficient · quantity + constant. Each quantity appears once, none with coefficient 0; in the order of first mention.</summary>
internal sealed record LinearForm(ImmutableArray<Term> Terms, double Constant);
