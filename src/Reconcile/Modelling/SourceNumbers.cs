using System.Runtime.InteropServices;

namespace Reconcile.Modelling;

/// <summary>What the source of a claim is like, and its numbers within one component.</summary>
internal readonly record struct ClaimSource(double Error, double Accuracy, int Root, int ErrorGroup);

/// <summary>Numbers roots and shared errors within each component, in the order of its claims.</summary>
/// <param name="appraiser">Tells what a source is like.</param>
/// <param name="claims">About how many claims will come.</param>
internal sealed class SourceNumbers(ClaimAppraiser appraiser, int claims)
{
    /// <summary>Estimate, count, projection.</summary>
    private const int Bases = 3;

    private readonly Dictionary<string, int> _sources = new(claims, StringComparer.Ordinal);
    /// <summary>Shared errors by source and basis where the quantity has no subject, the usual case; −1: none yet.</summary>
    private readonly List<int> _errorsWithoutSubject = new(Bases * claims);
    private Dictionary<(int Source, string Subject, Basis Basis), int>? _errorsOfSubjects;
    private readonly List<(double Error, double Accuracy)> _traits = new(claims);
    private readonly List<(int Component, int Number)> _roots = new(claims);
    private readonly List<(int Component, int Number)> _groups = new(claims);
    private int _component;
    private int _rootsHere;
    private int _groupsHere;

    public void StartComponent()
    {
        _component++;
        _rootsHere = _groupsHere = 0;
    }

    public ClaimSource Of(Claim claim, string? subject)
    {
        if (!_sources.TryGetValue(claim.Source, out var source))
        {
            _sources.Add(claim.Source, source = _traits.Count);
            _traits.Add(appraiser.TraitsOf(claim.Source));
            _roots.Add(default);
            for (var basis = 0; basis < Bases; basis++) _errorsWithoutSubject.Add(-1);
        }

        var error = ErrorOf(source, subject, claim.Basis);
        var (relativeError, accuracy) = _traits[source];
        return new ClaimSource(relativeError, accuracy, NumberOf(_roots, source, ref _rootsHere), NumberOf(_groups, error, ref _groupsHere));
    }

    private int ErrorOf(int source, string? subject, Basis basis)
    {
        if (subject is null)
        {
            ref var known = ref CollectionsMarshal.AsSpan(_errorsWithoutSubject)[(Bases * source) + (int)basis];
            if (known < 0) known = NewGroup();
            return known;
        }

        _errorsOfSubjects ??= [];
        var key = (source, subject, basis);
        if (!_errorsOfSubjects.TryGetValue(key, out var error)) _errorsOfSubjects.Add(key, error = NewGroup());
        return error;
    }

    private int NewGroup()
    {
        _groups.Add(default);
        return _groups.Count - 1;
    }

    private int NumberOf(List<(int Component, int Number)> numbers, int item, ref int count)
    {
        if (numbers[item].Component != _component) numbers[item] = (_component, count++);
        return numbers[item].Number;
    }
}
