/** Given names common enough in news to say “he” or “she”; whatever is not here fits both. */
const women = new Set(
  `alexandra alice amanda amy ana andrea angela anita ann anna anne annie barbara berta beth betty brenda carly carmen carol caroline
  carolyn catherine charlotte cheryl christina christine cindy claire clara condoleezza cynthia dana deborah debbie debra diana diane
  donna dorothy elena elise elizabeth ella ellen emily emma erin eva evelyn fatima fiona frances gabriela gloria grace greta hannah
  heather heidi helen helena hillary huma ingrid irene iris isabel ivanka jane janet jean jennifer jenny jessica jill joan joanna
  josephine joyce judith judy julia julie karen kate katharine katherine kathleen kathryn katie katrina kelly kim kristen kristin
  kristina kristine laura lauren leah lena liliana lily linda lisa liz louise lucia lucy lynn oda hanne ingeborg madeleine maggie malala maria marie
  marina marine martha mary maryam megan melania melissa michelle mona monica nadia nancy natalia natalie natasha nicola nicole nikki
  nina nora oksana olena olga pamela patricia paula penny petra rachel rebecca renata rita rosa rose ruth sabine samantha sandra sara
  sarah sharon sheila sofia sonia sophia sophie stephanie susan susana svetlana sylvia tamara tanya tatiana teresa theresa tina
  ursula valerie vanessa vera veronica victoria virginia wendy yulia yvonne zoe`.split(/\s+/),
);
const men = new Set(
  `aaron abdul adam adrian ahmed alan albert alejandro alex alexander alexei alfred ali anders andre andrei andrew anthony antonio
  arthur barack ben benjamin bernard bernie bill bob boris brad brandon brian bruce carl carlos charles chris christian christopher
  colin craig dan daniel david dean dennis dmitri dmitry don donald doug douglas ed eduardo edward emmanuel eric erik evan felix
  fernando francis francisco frank franz fred gabriel gary gavin geoffrey george gerald gerhard giovanni glenn graham greg gregory
  guy hans harold harry hassan henry howard hugo hugh ian igor ivan jack jacob jake james jamie jan jared jason jay jd jeb jeff
  jeffrey jeremy jerry jim joe joel john jonathan jorge jose joseph josh joshua juan justin karl keith ken kenneth kevin kirill
  klaus kyle lars larry lawrence leo leon leonid lindsey louis luca luis luke marc marco marcus mario mark martin matt matthew max
  maxim michael miguel mike mikhail mitch mitt mohammad mohammed muhammad nathan neil newt nicholas nick nicolas nigel nikolai oleg
  oliver omar oscar otto pablo patrick paul pavel pedro peter phil philip pierre rafael ralph rand randy raymond reince ricardo
  richard rick robert roger roman ron ronald rudy russell ryan salman sam samuel scott sean sebastian sergei sergey simon stefan
  stephen steve steven stewart stuart ted terry theodore thomas tim timothy tobias tomas dag björn bjorn lars nils todd tom tony trey victor viktor vincent vitaly
  vladimir volodymyr walter warren wayne will william wolfgang yuri`.split(/\s+/),
);

export type Gender = 'she' | 'he' | undefined;

export function genderOf(given: string, honorific: string): Gender {
  if (/^(?:mrs|ms|miss|lady|madame|mme)$/.test(honorific)) return 'she';
  if (/^(?:mr|sir|lord)$/.test(honorific)) return 'he';
  const name = given.toLowerCase();
  return women.has(name) ? 'she' : men.has(name) ? 'he' : undefined;
}
