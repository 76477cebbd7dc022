// Keeps money in whole rials, and turns it into tomans only for people.
const rialsPerToman = {{ money.rials_per_toman }};

export function tomanToRials(toman) {
  const rials = toman * rialsPerToman;
  if (!Number.isSafeInteger(rials)) throw new RangeError(`${toman} tomans are not a whole number of rials`);
  return rials;
}

export const showToman = (rials, locale) =>
  new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(rials / rialsPerToman);

console.log(tomanToRials(25_000));
console.log(showToman(250_000, 'en'), showToman(250_000, 'fa'));
