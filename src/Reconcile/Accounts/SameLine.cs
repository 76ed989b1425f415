using Reconcile.Modelling;

namespace Reconcile.Accounts;

/// <summary>Forms are on the same line when claims on them are intervals of one number: one state, whatever its coefficient, or the same sum.</summary>
internal sealed class SameLine : IEqualityComparer<Form>
{
    public static readonly SameLine Instance = new();

    public bool Equals(Form? x, Form? y)
    {
        if (x is null || y is null) return x is null && y is null;
        if (x.States.Length == 1) return y.States.Length == 1 && x.States[0] == y.States[0];
        return Form.Comparer.Instance.Equals(x, y);
    }

    public int GetHashCode(Form obj) => obj.States.Length == 1 ? obj.States[0] : Form.Comparer.Instance.GetHashCode(obj);
}
