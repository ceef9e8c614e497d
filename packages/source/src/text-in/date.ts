const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const month =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const dayFirst = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)? ${month},? (\\d{4})\\b`, 'i');
const monthFirst = new RegExp(`\\b${month} (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})\\b`, 'i');

/**
 * The day that a date in a page states, as `2026-06-12`; undefined where it states none for certain. The day is taken as it stands,
 * without a time zone, and `3/4/2026` is none: half the world reads it otherwise.
 */
export function dayOf(said: string): string | undefined {
  const text = said.slice(0, 200).trim();
  const iso = /(?:^|\D)(\d{4})-?(\d{2})-?(\d{2})(?!\d{3})/.exec(text);
  if (iso) return day(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const first = dayFirst.exec(text);
  if (first) return day(Number(first[3]), numberOf(first[2]!), Number(first[1]));
  const second = monthFirst.exec(text);
  return second ? day(Number(second[3]), numberOf(second[1]!), Number(second[2])) : undefined;
}

function numberOf(name: string): number {
  return months.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

function day(year: number, month: number, date: number): string | undefined {
  const days = [31, year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28, 31, 30, 31, 30];
  const most = [...days, 31, 31, 30, 31, 30, 31][month - 1];
  if (most === undefined || date < 1 || date > most || year < 1000) return undefined;
  const two = (n: number) => String(n).padStart(2, '0');
  return `${year}-${two(month)}-${two(date)}`;
}
