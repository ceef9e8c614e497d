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
    worry recall conclude assure state fear guess acknowledge concede wish doubt warn     criticize criticise ask praise accuse confirm imply tweet contend complain feel show offer propose remind`,
  after: `say report add write note argue find show believe explain suggest announce state tell claim predict warn insist recall
    acknowledge concede conclude declare observe estimate contend assert indicate confirm remark complain hope fear tweet`,
  wh: 'ask know say explain question tell wonder discuss recall describe doubt learn understand be+ask debate ',
  to: `seek seem be+expect refuse decline ask urge hope vow promise agree threaten aim be+ask tell respond offer want     plan wish appear expect prefer like consider propose decide encourage refer`,
  np: `call accuse criticize criticise discuss announce cite express mention reject praise blame dismiss question tweet denounce tout
    slam acknowledge mock emphasize emphasise applaud congratulate reiterate disavow hail hate decry stress rebut warn deem lament
    bemoan veto dispute chide rebuke condemn blast deride ridicule decry deplore endorse oppose propose     envision  defend show offer outline thank prefer endorse oppose label liken reassure repudiate recount compare describe report like admit order urge protest renounce credit recount`,
  ',': 'say add tell continue write tweet respond conclude report note argue explain ask reply declare state',
  ':': 'say add write tell continue tweet respond reply declare ask conclude state',
  adj: 'announce express demand show tell support oppose endorse reveal',
  ing: 'propose suggest  show say support endorse oppose',
  quote: 'say chant describe declare tweet write label brand dub',
  other: 'say argue add think appear report ask support feel',
  'p:for': 'call ask push apologize apologise vouch be+criticize be+criticise argue vote advocate',
  'p:about': 'talk speak be+ask be+worry complain question  ask think',
  'p:to': 'point vow pledge promise allude refer object',
  'p:of': 'speak warn complain  show be+accuse be+assure',
  'p:on': 'call comment agree touch',
  'p:against': 'rail warn argue speak vote campaign',
  'p:with': 'agree side disagree',
  'p:at': 'balk lash',
  'p:like': 'seem',
  'p:as':
    'regard portray characterize characterise view denounce dismiss be+see be+describe be+view be+regard',
  'np as': `see view regard describe portray cast characterize characterise depict treat paint dismiss denounce
    condemn criticize criticise praise present frame cite defend`,
  clear: 'make',
  'np to': 'want expect like urge press order announce defend say propose support endorse challenge request',
  'p:in': 'weigh believe',
  'p:down': 'double',
  'p:off': 'shrug',
};

/** Nouns that report: "fears that", with an owner "her claim that". */
const nouns: Readonly<Record<string, string>> = {
  that: `claim belief suggestion fear hope complaint boast argument allegation assertion statement warning promise view
    opinion concern sign accusation conviction charge prediction admission contention insistence assumption expectation demand doubt
    announcement conclusion impression report rumor rumour speculation worry`,
  to: 'proposal promise pledge vow desire wish intention ambition hope',
  'p:for': 'demand hope',
  'p:of': 'assessment accusation fear denunciation condemnation',
  'p:about': 'concern comment remark fear worry complaint',
};

/** Attitudes that somebody “is” or “remains”: “confident that”, “wary of”. */
const attitudes: Readonly<Record<string, string>> = {
  that: `confident hopeful concerned optimistic pessimistic aware adamant glad skeptical sceptical certain sure convinced unconvinced
    worried afraid fearful doubtful unsure insistent`,
  to: 'eager willing reluctant unwilling keen determined loath inclined open',
  'p:of':
    'critical skeptical sceptical wary supportive afraid fearful suspicious dismissive mistrustful distrustful convinced certain',
  'p:about': 'worried concerned optimistic pessimistic angry skeptical sceptical hopeful doubtful',
  'p:with': 'unhappy pleased dissatisfied',
  end: 'unconvinced skeptical sceptical hopeful optimistic pessimistic unimpressed unpersuaded doubtful defiant wary',
};

const admitted = new Set<string>();
for (const [frame, verbs] of Object.entries(frames))
  for (const verb of verbs.split(/\s+/)) admitted.add(`${verb.replace('+', ' ')} ${frame}`);
for (const [frame, list] of Object.entries(nouns))
  for (const noun of list.split(/\s+/)) {
    admitted.add(`'s ${noun} ${frame}`);
    if (frame === 'that') admitted.add(`a ${noun} ${frame}`);
  }
for (const [frame, list] of Object.entries(attitudes))
  for (const adjective of list.split(/\s+/)) admitted.add(`be ${adjective} ${frame}`);
admitted.add('according to');

const attitude = new Set(Object.values(attitudes).flatMap((list) => list.split(/\s+/)));
export function isAttitude(word: string): boolean {
  return attitude.has(word);
}

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
