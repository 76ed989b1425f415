using System.Runtime.InteropServices;
using Reconcile.Relations;

namespace Reconcile.Modelling;

/// <summary>What the source of a claim is like, and its numbers within one component.</summary>
internal readonly record struct ClaimSource(double Error, double Accuracy, int Root, int ErrorGroup);

/// <summary>Numbers roots and shared errors within each component, in the order of its claims.</summary>
internal sealed class SourceNumbers
{
    /// <summary>Estimate, count, projection.</summary>
    private const int Bases = 3;

    private readonly ClaimAppraiser _appraiser;
    private readonly NameTable _names;

    /// <summary>What each source is like; an accuracy of 0: not yet asked.</summary>
    private readonly (double Error, double Accuracy)[] _traits;

    private readonly Numbered[] _roots;

    /// <summary>Shared errors by source and basis where the quantity has no subject, the usual case.</summary>
    private readonly Numbered[] _errorsWithoutSubject;

    private Dictionary<(int Source, string Subject, Basis Basis), Numbered>? _errorsOfSubjects;
    private int _component;
    private int _rootsHere;
    private int _groupsHere;

    /// <param name="appraiser">Tells what a source is like.</param>
    /// <param name="names">The sources.</param>
    public SourceNumbers(ClaimAppraiser appraiser, NameTable names)
    {
        _appraiser = appraiser;
        _names = names;
        _traits = new (double, double)[names.Count];
        _roots = new Numbered[names.Count];
        _errorsWithoutSubject = new Numbered[Bases * names.Count];
    }

    public void StartComponent()
    {
        _component++;
        _rootsHere = _groupsHere = 0;
    }

    public ClaimSource Of(int source, string? subject, Basis basis)
    {
        ref var traits = ref _traits[source];
        if (traits.Accuracy == 0) traits = _appraiser.TraitsOf(_names[source]);
        return new ClaimSource(traits.Error, traits.Accuracy, NumberOf(ref _roots[source], ref _rootsHere), NumberOf(ref ErrorOf(source, subject, basis), ref _groupsHere));
    }

    private ref Numbered ErrorOf(int source, string? subject, Basis basis)
    {
        if (subject is null) return ref _errorsWithoutSubject[(Bases * source) + (int)basis];
        return ref CollectionsMarshal.GetValueRefOrAddDefault(_errorsOfSubjects ??= [], (source, subject, basis), out _);
    }

    private int NumberOf(ref Numbered item, ref int count)
    {
        if (item.Component != _component) item = new Numbered(_component, count++);
        return item.Number;
    }

    /// <summary>A number and the component in which it was given; components count from 1.</summary>
    private readonly record struct Numbered(int Component, int Number);
}
