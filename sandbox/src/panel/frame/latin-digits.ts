// Reads numbers as people type them here: with Persian or Arabic digits as well as Latin ones.

/** @returns the text without spaces around it, its digits written 0 to 9; everything else as it was. */
export function withLatinDigits(text: string): string {
  return text
    .trim()
    .replaceAll(/[۰-۹]/g, (digit) => String('۰۱۲۳۴۵۶۷۸۹'.indexOf(digit)))
    .replaceAll(/[٠-٩]/g, (digit) => String('٠١٢٣٤٥٦٧٨٩'.indexOf(digit)));
}

/** What a browser lets pass in a field for a whole number of up to seven digits. */
export const wholeNumberPattern = '\\s*[0-9۰-۹٠-٩]{1,7}\\s*';
