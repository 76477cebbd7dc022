// Amounts with their unit in the type, so that tomans can never be sent where rials are meant.
using System;
using System.Globalization;

namespace IranDargah
{
    /// <summary>A whole, non-negative number of rials. Make one by Of or OfToman: a bare number is no amount.</summary>
    public readonly struct Rials : IEquatable<Rials>, IComparable<Rials>
    {
        /// <summary>What every reader of JSON holds exactly.</summary>
        private const long Largest = 9007199254740991;

        /// <summary>The number of rials.</summary>
        public long Value { get; }

        private Rials(long value)
        {
            Value = value;
        }

        /// <summary>An amount in rials.</summary>
        /// <exception cref="ArgumentOutOfRangeException">It is negative, or too large to be exact everywhere.</exception>
        public static Rials Of(long rials)
        {
            if (rials < 0 || rials > Largest) throw Refused(rials, nameof(rials));
            return new Rials(rials);
        }

        /// <summary>An amount in rials, as a database gives a DECIMAL.</summary>
        /// <exception cref="ArgumentOutOfRangeException">It is negative, has a fraction or is too large.</exception>
        public static Rials Of(decimal rials)
        {
            if (rials < 0 || rials > Largest || rials != decimal.Truncate(rials)) throw Refused(rials, nameof(rials));
            return new Rials((long)rials);
        }

        /// <summary>An amount in tomans, of which each is ten rials.</summary>
        /// <exception cref="ArgumentOutOfRangeException">It is negative, or too large to be exact everywhere.</exception>
        public static Rials OfToman(long toman)
        {
            return OfToman((decimal)toman);
        }

        /// <summary>An amount in whole tomans.</summary>
        /// <exception cref="ArgumentOutOfRangeException">It is negative, has a fraction or is too large.</exception>
        public static Rials OfToman(decimal toman)
        {
            if (toman < 0 || toman > Largest || toman != decimal.Truncate(toman)) throw Refused(toman, nameof(toman));
            return Of(toman * Facts.RialsPerToman);
        }

        private static ArgumentOutOfRangeException Refused(decimal amount, string name)
        {
            return new ArgumentOutOfRangeException(
                name, amount.ToString(CultureInfo.InvariantCulture) + " is no amount: give a whole number of zero or more.");
        }

        /// <summary>The same amount in tomans, to be shown to people; it may have a fraction.</summary>
        public decimal InToman => (decimal)Value / Facts.RialsPerToman;

        /// <exception cref="ArgumentOutOfRangeException">The sum is too large.</exception>
        public static Rials operator +(Rials one, Rials other) => Of(checked(one.Value + other.Value));

        /// <exception cref="ArgumentOutOfRangeException">The difference is less than nothing.</exception>
        public static Rials operator -(Rials one, Rials other) => Of(checked(one.Value - other.Value));

        public static bool operator ==(Rials one, Rials other) => one.Value == other.Value;

        public static bool operator !=(Rials one, Rials other) => one.Value != other.Value;

        public static bool operator <(Rials one, Rials other) => one.Value < other.Value;

        public static bool operator >(Rials one, Rials other) => one.Value > other.Value;

        public int CompareTo(Rials other) => Value.CompareTo(other.Value);

        public bool Equals(Rials other) => Value == other.Value;

        public override bool Equals(object other) => other is Rials && Equals((Rials)other);

        public override int GetHashCode() => Value.GetHashCode();

        public override string ToString() => Value.ToString(CultureInfo.InvariantCulture) + " rials";
    }
}
