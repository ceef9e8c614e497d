/**
 * Cues: dictionary form by what follows it. A cue is admitted in a frame when, over the training part of the benchmark, about half of
 * its uses there or more reported something (`docs/reader.md`); verbs of saying and thinking that are too rare to measure are admitted
 * with a clause that "that" opens.
 */
const frames: Readonly<Record<string, string>> = {
  that: `say tell suggest argue note add show acknowledge find report insist point announce believe write claim agree know state
    indicate declare warn admit assert conclude respond tweet recognize recognise predict reveal convince learn imply concede complain
    explain deny worry confirm emphasize emphasise maintain assure recall remind estimate remark demonstrate stress determine rule
    assume boast suspect clarify realize realise demand contend promise reiterate propose charge allege affirm caution hope fear think
    feel observe mention reply testify vow pledge swear guess doubt dispute hint joke quip lament maintain posit reason repeat request
    sense speculate theorize theorise understand underscore urge volunteer dream wish hold hear expect inform notify signal tout
    highlight counter retort decide intend recommend foresee envision bet disclose divulge profess proclaim stipulate tell
    be+convince be+tell be+worry be+concern be+persuade be+say be+report see appear`,
  bare: `say think tell suggest announce claim hope insist reveal cite note describe report predict argue indicate seem believe mention
    worry recall conclude assure state fear guess acknowledge concede wish doubt warn     criticize criticise ask praise accuse confirm imply tweet contend complain feel`,
  after: `say report add write note argue find show believe explain suggest announce state think tell claim predict warn insist recall
    acknowledge concede conclude declare observe estimate contend assert indicate confirm remark complain hope fear tweet`,
  wh: 'ask know say explain question tell wonder discuss recall describe doubt learn understand decide be+ask debate show',
  to: `seek seem be+expect refuse decline ask urge hope vow promise agree threaten aim be+ask tell respond offer want pledge
    plan intend wish appear expect prefer like consider propose decide`,
  np: `call accuse criticize criticise discuss announce cite express mention reject praise blame dismiss question tweet denounce tout
    slam acknowledge mock emphasize emphasise applaud congratulate reiterate disavow hail hate decry stress rebut warn deem lament
    bemoan veto dispute chide rebuke condemn blast deride ridicule decry deplore endorse oppose propose     envision  defend show offer outline thank prefer endorse oppose label liken reassure repudiate recount`,
  ',': 'say add tell continue write tweet respond conclude report note argue explain ask reply declare state',
  ':': 'say add write tell continue tweet respond reply declare ask conclude state',
  adj: 'announce express demand show tell',
  ing: 'propose suggest  show',
  quote: 'say chant describe declare tweet write label brand dub',
  other: 'say argue add think appear report ask support',
  'p:for': 'call ask push apologize apologise vouch be+criticize be+criticise argue vote',
  'p:about': 'talk speak be+ask be+worry complain question  ask',
  'p:to': 'point vow pledge promise allude refer object',
  'p:of': 'speak warn complain  show',
  'p:on': 'call comment agree touch',
  'p:against': 'rail warn argue speak vote campaign',
  'p:with': 'agree side disagree',
  'p:at': 'balk lash',
  'p:like': 'seem',
  'p:as':
    'regard portray characterize characterise view denounce dismiss be+see be+describe be+view be+regard',
  'np as': 'see view regard describe portray cast characterize characterise depict treat paint',
  'p:down': 'double',
  'p:off': 'shrug',
};

/** Nouns that report: "fears that", with an owner "her claim that". */
const nouns: Readonly<Record<string, string>> = {
  that: `claim belief suggestion fear hope complaint boast argument allegation assertion statement warning promise notion idea view
    opinion concern sign accusation conviction charge prediction admission contention insistence assumption expectation demand doubt
    announcement conclusion impression report rumor rumour speculation worry`,
  to: 'pledge vow desire wish intention ambition hope',
  'p:for': 'demand hope',
  'p:of': 'assessment accusation fear denunciation condemnation',
  'p:about': 'concern comment remark fear worry complaint',
};

const admitted = new Set<string>();
for (const [frame, verbs] of Object.entries(frames))
  for (const verb of verbs.split(/\s+/)) admitted.add(`${verb.replace('+', ' ')} ${frame}`);
for (const [frame, list] of Object.entries(nouns))
  for (const noun of list.split(/\s+/)) {
    admitted.add(`'s ${noun} ${frame}`);
    if (frame === 'that') admitted.add(`a ${noun} ${frame}`);
  }
admitted.add('according to');

export function isCue(key: string): boolean {
  return admitted.has(key);
}

/** Verbs that can stand beside a quotation. */
const utterance = new Set(
  `say tell write add continue tweet ask declare reply respond conclude read call state report recall explain note shout chant put
  admit answer joke yell shoot point post insist argue claim warn believe observe exclaim remark quip muse wonder cry whisper murmur
  announce acknowledge concede confess boast brag complain caution counter retort lament maintain predict promise pledge proclaim
  recount relate repeat stress suggest testify urge vow go begin open close laugh sigh fume thunder roar scream scold snap sneer
  offer opine order plead praise assert allege agree accuse charge contend criticize criticise demand deny describe emphasize
  emphasise assure advise bemoan blast elaborate intone interject text email message inform inquire reiterate remind reveal sing
  speak speculate summarize summarise surmise think vent volunteer figure reason finish reflect rail mock think tease gush crow
  fire reassure rebut rant grumble confirm clarify challenge`.split(/\s+/),
);
export function isUtterance(lemma: string): boolean {
  return utterance.has(lemma);
}
