namespace Reconcile.Modelling;

/// <summary>A dossier as linear systems: its quantities in the order of declaration and its components.</summary>
internal sealed class Model(Quantity[] quantities, Component[] components)
{
    public Quantity[] Quantities { get; } = quantities;

    public Component[] Components { get; } = components;
}
