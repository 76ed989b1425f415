using System.Numerics;

namespace Reconcile.Tests.Promises;

/// <summary>An exact fraction, in lowest terms and with a positive denominator. The default is not a number: use <see cref="Zero"/>.</summary>
internal readonly struct Rational : IEquatable<Rational>, IComparable<Rational>
{
    private readonly BigInteger _numerator;
    private readonly BigInteger _denominator;

    private Rational(BigInteger numerator, BigInteger denominator)
    {
        var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator);
        if (denominator.Sign < 0) divisor = -divisor;
        _numerator = numerator / divisor;
        _denominator = denominator / divisor;
    }

    public static Rational Zero { get; } = new(0, 1);

    public static Rational One { get; } = new(1, 1);

    public int Sign => _numerator.Sign;

    public Rational Abs => new(BigInteger.Abs(_numerator), _denominator);

    /// <summary>The exact value of a finite double.</summary>
    public static Rational Of(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        var exponent = (int)((bits >> 52) & 0x7FF);
        if (exponent == 0x7FF) throw new ArgumentOutOfRangeException(nameof(value), value, "A fraction is finite.");
        var digits = bits & 0xF_FFFF_FFFF_FFFF;
        if (exponent == 0) exponent++;
        else digits |= 1L << 52;
        BigInteger numerator = bits < 0 ? -digits : digits;
        var power = exponent - 1075;
        return power >= 0 ? new(numerator << power, 1) : new(numerator, BigInteger.One << -power);
    }

    /// <summary>About the same, for print and for drawing.</summary>
    public double ToDouble() => (double)_numerator / (double)_denominator;

    public static Rational operator +(Rational a, Rational b) =>
        new((a._numerator * b._denominator) + (b._numerator * a._denominator), a._denominator * b._denominator);

    public static Rational operator -(Rational a) => new(-a._numerator, a._denominator);

    public static Rational operator -(Rational a, Rational b) => a + -b;

    public static Rational operator *(Rational a, Rational b) => new(a._numerator * b._numerator, a._denominator * b._denominator);

    public static Rational operator /(Rational a, Rational b) => new(a._numerator * b._denominator, a._denominator * b._numerator);

    public static bool operator <(Rational a, Rational b) => a.CompareTo(b) < 0;

    public static bool operator >(Rational a, Rational b) => a.CompareTo(b) > 0;

    public static bool operator ==(Rational a, Rational b) => a.Equals(b);

    public static bool operator !=(Rational a, Rational b) => !a.Equals(b);

    public int CompareTo(Rational other) => (_numerator * other._denominator).CompareTo(other._numerator * _denominator);

    public bool Equals(Rational other) => _numerator == other._numerator && _denominator == other._denominator;

    public override bool Equals(object? obj) => obj is Rational other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(_numerator, _denominator);

    public override string ToString() => _denominator.IsOne ? $"{_numerator}" : $"{_numerator}/{_denominator}";
}
