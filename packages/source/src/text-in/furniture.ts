/** Lines that belong to the page and not to what it says: each the whole of a paragraph, nothing that a sentence could be. */
const furniture =
  /^(?:advertisement|sponsored(?: content)?|(?:scroll|back|return) to (?:the )?top|skip to (?:main )?content|share(?: this)?(?: (?:article|story|page|post))?|(?:print|email|save|listen to|comment on)(?: this)? (?:article|story|page)|read more|show more|load more|see also|related(?: (?:articles?|stories|content|topics))?|more (?:stories|on this (?:story|topic))|most (?:read|popular)|sign up(?: (?:now|here|for (?:our|the) newsletters?))?|subscribe(?: (?:now|here|today))?|log ?in|sign in|copy link|follow us(?: on .{1,30})?|all rights reserved\.?|(?:facebook|twitter|x|linkedin|whatsapp|telegram|reddit|email|print|link copied!?)|\d+ comments?|leave a (?:comment|reply)|(?:previous|next)(?: (?:article|story|post|page))?|loading(?:\.{3}|…)?|×|·|•|\|)$/i;

export function isFurniture(paragraph: string): boolean {
  return paragraph.length <= 60 && furniture.test(paragraph);
}
