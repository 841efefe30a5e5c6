// How a parser draws the sentences of parse-rules.txt and some others, and what the repairs change in them.

/** A drawn sentence (see tree in ../trees.ts) and the words that hang otherwise afterwards: none, it is left alone. */
export type Drawing = { readonly repair: string; readonly drawing: string; readonly changes: readonly string[] };

const draw = (repair: string, drawing: string, ...changes: string[]): Drawing => ({ repair, drawing, changes });

export const drawings: readonly Drawing[] = [
  draw(
    "punctuation",
    '"/``>0:root The/DT>3:det port/NN>5:nsubj is/VBZ>5:cop shut/JJ>1:ccomp ./.>1:punct',
    '" < shut punct',
    "shut < - root",
    ". < shut punct",
  ),
  draw("punctuation", "The/DT>2:det port/NN>4:nsubj is/VBZ>4:cop shut/JJ>0:root ./.>4:punct"),

  draw(
    "relative-clause",
    "Maria/NNP>5:nsubj Keller/NNP>1:flat ,/,>5:punct who/WP>5:nsubj leads/VBZ>9:ccomp the/DT>7:det union/NN>5:obj ,/,>5:punct said/VBD>0:root no/UH>9:obj ./.>9:punct",
    "Maria < said nsubj",
    "leads < Maria acl:relcl",
  ),
  draw(
    "relative-clause",
    "Maria/NNP>9:nsubj Keller/NNP>1:flat ,/,>5:punct who/WP>5:nsubj leads/VBZ>9:advcl the/DT>7:det union/NN>5:obj ,/,>5:punct left/VBD>0:root ./.>9:punct",
    "leads < Maria acl:relcl",
  ),
  draw(
    "relative-clause",
    "Maria/NNP>9:nsubj Keller/NNP>1:flat ,/,>5:punct who/WP>5:nsubj leads/VBZ>1:acl:relcl the/DT>7:det union/NN>5:obj ,/,>5:punct left/VBD>0:root ./.>9:punct",
  ),

  draw(
    "title-and-name",
    "Deputy/NNP>2:compound Minister/NNP>5:nsubj Maria/NNP>2:appos Keller/NNP>5:nsubj left/VBD>0:root ./.>5:punct",
    "Minister < Maria nmod:desc",
    "Maria < left nsubj",
    "Keller < Maria flat",
  ),
  draw(
    "title-and-name",
    "Norland/NNP>3:compound Deputy/NNP>6:nsubj Minister/NNP>4:nmod:desc Maria/NNP>6:nsubj Keller/NNP>4:flat left/VBD>0:root ./.>6:punct",
    "Deputy < Minister compound",
  ),
  draw(
    "title-and-name",
    "The/DT>4:det union/NN>4:nmod:poss 's/POS>2:case chairman/NN>7:nsubj Ida/NNP>7:compound Berg/NNP>5:flat spoke/VBD>0:root ./.>7:punct",
    "The < Ida det",
    "union < Ida nmod:poss",
    "chairman < Ida nmod:desc",
    "Ida < spoke nsubj",
  ),
  draw("title-and-name", "The/DT>3:det General/NNP>3:amod Strike/NNP>4:nsubj ended/VBD>0:root ./.>4:punct"),

  draw(
    "title-and-name",
    "Secretary/NNP>6:nsubj of/IN>3:case State/NNP>1:nmod Ida/NNP>3:flat Berg/NNP>3:flat left/VBD>0:root ./.>6:punct",
    "Secretary < Ida nmod:desc",
    "Ida < left nsubj",
    "Berg < Ida flat",
  ),

  draw(
    "date",
    "They/PRP>2:nsubj met/VBD>0:root on/IN>4:case Monday/NNP>2:obl ,/,>2:punct January/NNP>2:obj 9th/NN>2:obl ./.>2:punct",
    "on < 9th case",
    "Monday < 9th compound",
    ", < 9th punct",
    "January < 9th compound",
  ),
  draw("date", "The/DT>2:det court/NN>6:nsubj may/MD>6:aux 9/CD>5:nummod times/NNS>6:obl refuse/VB>0:root ./.>6:punct"),

  draw(
    "long-names",
    "The/DT>2:det Ministry/NNP>9:nsubj of/IN>4:case Fisheries/NNP>2:nmod and/CC>8:cc the/DT>8:det Coast/NNP>8:compound Department/NNP>4:conj agreed/VBD>0:root ./.>9:punct",
    "Department < Ministry conj",
  ),
  draw(
    "long-names",
    "The/DT>2:det Ministry/NNP>7:nsubj of/IN>4:case Fisheries/NNP>2:nmod and/CC>6:cc Coasts/NNP>4:conj agreed/VBD>0:root ./.>7:punct",
  ),

  draw(
    "subject",
    "A/DT>2:det poll/NN>3:nsubj released/VBD>0:root Monday/NNP>5:nsubj found/VBD>3:ccomp nothing/NN>5:obj ./.>3:punct",
    "poll < found nsubj",
    "released < poll acl",
    "Monday < released obl:unmarked",
    "found < - root",
    ". < found punct",
  ),
  draw(
    "subject",
    "A/DT>2:det man/NN>5:nsubj named/VBN>2:acl Monday/NNP>3:xcomp found/VBD>0:root nothing/NN>5:obj ./.>5:punct",
  ),
  draw("subject", "Keller/NNP>2:advmod admitted/VBD>0:root that/DT>2:obj ./.>2:punct", "Keller < admitted nsubj"),
  draw("subject", "Monday/NNP>2:obl:unmarked said/VBD>0:root it/PRP>2:obj ./.>2:punct"),
  draw(
    "subject",
    "Fishing/VBG>3:advcl experts/NNS>1:obj say/VBP>0:root no/UH>3:obj ./.>3:punct",
    "Fishing < experts amod",
    "experts < say nsubj",
  ),

  draw(
    "swallowed-clause",
    "The/DT>2:det envoy/NN>3:nsubj said/VBD>0:root on/IN>6:case the/DT>6:det 9th/NN>3:obl that/WDT>11:obj the/DT>9:det talks/NNS>11:nsubj would/MD>11:aux resume/VB>6:acl:relcl ./.>3:punct",
    "that < resume mark",
    "resume < said ccomp",
  ),
  draw(
    "swallowed-clause",
    "The/DT>2:det envoy/NN>3:nsubj said/VBD>0:root Sunday/NNP>3:nsubj that/IN>8:mark talks/NNS>8:nsubj would/MD>8:aux resume/VB>4:acl ./.>3:punct",
    "Sunday < said obl:unmarked",
    "resume < said ccomp",
  ),
  draw(
    "swallowed-clause",
    "The/DT>2:det envoy/NN>3:nsubj named/VBD>0:root a/DT>5:det plan/NN>3:obj that/WDT>9:obj the/DT>8:det union/NN>9:nsubj rejected/VBD>5:acl:relcl ./.>3:punct",
  ),
  draw(
    "swallowed-clause",
    "She/PRP>2:nsubj denied/VBD>0:root the/DT>4:det claim/NN>2:obj that/IN>7:mark it/PRP>7:nsubj leaked/VBD>4:acl ./.>2:punct",
  ),
  draw(
    "swallowed-clause",
    "She/PRP>2:nsubj said/VBD>0:root of/IN>5:case the/DT>5:det letter/NN>2:obl that/WDT>7:nsubj leaked/VBD>5:acl:relcl :/:>2:punct",
  ),

  draw(
    "swallowed-agent",
    "It/PRP>3:nsubj:pass was/VBD>3:aux:pass announced/VBN>0:root on/IN>5:case Monday/NNP>3:obl by/IN>8:case the/DT>8:det port/NN>5:nmod ./.>3:punct",
    "port < announced obl:agent",
  ),
  draw(
    "swallowed-agent",
    "It/PRP>3:nsubj:pass was/VBD>3:aux:pass announced/VBN>0:root in/IN>6:case a/DT>6:det letter/NN>3:obl by/IN>9:case the/DT>9:det port/NN>6:nmod ./.>3:punct",
  ),

  draw(
    "source",
    "\"/``>3:punct We/PRP>3:nsubj go/VBP>9:ccomp home/NN>3:advmod ,/,>3:punct \"/''>3:punct the/DT>8:det mayor/NN>4:appos said/VBD>0:root ./.>9:punct",
    "mayor < said nsubj",
  ),
  draw(
    "source",
    "\"/``>3:punct We/PRP>3:nsubj go/VBP>0:root home/NN>3:advmod ,/,>3:punct \"/''>3:punct and/CC>8:cc left/VBD>3:conj ./.>3:punct",
  ),
  draw(
    "source",
    "\"/``>3:punct We/PRP>3:nsubj go/VBP>6:ccomp ,/,>3:punct \"/''>3:punct said/VBD>0:root Ida/NNP>10:compound Berg/NNP>7:flat ,/,>10:punct chair/NN>6:ccomp ./.>6:punct",
    "Ida < said nsubj",
    "chair < Ida appos",
  ),
  draw(
    "source",
    "In/IN>2:case turn/NN>6:obl ,/,>2:punct the/DT>5:det mayor/NN>2:appos stressed/VBD>0:root this/DT>6:obj ./.>6:punct",
    "mayor < stressed nsubj",
  ),
  draw(
    "source",
    "They/PRP>2:nsubj met/VBD>0:root Ida/NNP>2:obj ,/,>7:punct who/WP>7:nsubj then/RB>7:advmod said/VBD>3:acl:relcl no/UH>7:obj ./.>2:punct",
  ),

  draw(
    "told",
    "The/DT>2:det union/NN>3:nsubj said/VBD>0:root talks/NNS>3:obj would/MD>6:aux resume/VB>3:parataxis ./.>3:punct",
    "talks < resume nsubj",
    "resume < said ccomp",
  ),
  draw(
    "told",
    "The/DT>2:det union/NN>3:nsubj told/VBD>0:root dockers/NNS>3:iobj talks/NNS>6:nsubj resumed/VBD>3:ccomp ./.>3:punct",
  ),
  draw(
    "told",
    "She/PRP>2:nsubj warned/VBD>0:root that/IN>7:mark if/IN>7:mark ports/NNS>7:nsubj are/VBP>7:cop shut/JJ>2:ccomp ,/,>11:punct trade/NN>11:nsubj will/MD>11:aux end/VB>2:conj ./.>2:punct",
    "that < end mark",
    "shut < end advcl",
    "end < warned ccomp",
  ),
  draw(
    "told",
    "She/PRP>2:nsubj added/VBD>0:root that/IN>4:mark closing/VBG>2:advcl it/PRP>4:obj was/VBD>7:cop wrong/JJ>2:conj ./.>2:punct",
    "that < wrong mark",
    "closing < wrong csubj",
    "wrong < added ccomp",
  ),
  draw(
    "told",
    "She/PRP>2:nsubj said/VBD>0:root ports/NNS>5:nsubj are/VBP>5:cop shut/JJ>2:ccomp and/CC>8:cc that/IN>8:mark end/VBP>2:conj talks/NNS>8:nsubj ./.>2:punct",
    "end < shut conj",
  ),
  draw(
    "told",
    "She/PRP>2:nsubj said/VBD>0:root ports/NNS>5:nsubj are/VBP>5:cop shut/JJ>2:ccomp and/CC>7:cc left/VBD>2:conj ./.>2:punct",
  ),
  draw(
    "told",
    'She/PRP>2:nsubj said/VBD>0:root :/:>2:punct "/``>6:punct We/PRP>6:nsubj go/VBP>2:ccomp ;/:>9:punct they/PRP>9:nsubj stay/VBP>2:conj ./.>2:punct',
    "stay < go conj",
    ". < go punct",
  ),

  draw(
    "reported",
    "\"/``>5:punct The/DT>3:det port/NN>5:nsubj is/VBZ>5:cop shut/JJ>0:root ,/,>5:punct \"/''>5:punct the/DT>9:det mayor/NN>10:nsubj said/VBD>5:acl:relcl ./.>5:punct",
    "shut < said ccomp",
    "said < - root",
    ". < said punct",
  ),
  draw(
    "reported",
    "We/PRP>2:nsubj go/VBP>8:ccomp ,/,>5:punct they/PRP>5:nsubj stay/VBP>8:ccomp ,/,>5:punct \"/''>5:punct said/VBD>0:root Ida/NNP>8:obj Berg/NNP>9:flat ./.>8:punct",
    "stay < go parataxis",
    "Ida < said nsubj",
  ),
  draw(
    "reported",
    "The/DT>2:det port/NN>5:nsubj ,/,>2:punct he/PRP>5:nsubj said/VBD>0:root ,/,>5:punct is/VBZ>8:cop shut/JJ>5:ccomp ./.>5:punct",
    "port < shut nsubj",
    "said < shut parataxis",
    "shut < - root",
  ),
  draw(
    "reported",
    "After/IN>4:mark the/DT>3:det port/NN>4:nsubj shut/VBD>8:advcl ,/,>8:punct the/DT>7:det mayor/NN>8:nsubj said/VBD>0:root so/RB>8:advmod ./.>8:punct",
  ),
  draw(
    "reported",
    "They/PRP>2:nsubj left/VBD>0:root ,/,>6:punct although/IN>6:mark she/PRP>6:nsubj said/VBD>2:advcl no/UH>6:obj ./.>2:punct",
  ),
  draw(
    "reported",
    "We/PRP>2:nsubj met/VBD>0:root ,/,>4:punct called/VBD>2:conj witnesses/NNS>4:obj and/CC>7:cc voted/VBD>2:conj ./.>2:punct",
  ),

  draw(
    "according",
    "The/DT>2:det port/NN>3:nsubj lost/VBD>0:root trade/NN>3:obj in/IN>6:case May/NNP>3:obl ,/,>11:punct according/VBG>11:case to/IN>8:fixed the/DT>11:det mayor/NN>6:nmod ./.>3:punct",
    "mayor < lost obl",
  ),
  draw(
    "according",
    "The/DT>2:det port/NN>3:nsubj lost/VBD>0:root trade/NN>3:obj in/IN>6:case May/NNP>3:obl ./.>3:punct",
  ),
  draw(
    "according",
    "According/VBG>4:case to/IN>1:fixed the/DT>4:det mayor/NN>0:root ,/,>8:punct ports/NNS>8:nsubj are/VBP>8:cop shut/JJ>4:parataxis ./.>4:punct",
    "mayor < shut obl",
    "shut < - root",
  ),
  draw(
    "according",
    "According/VBG>7:advcl to/IN>3:case her/PRP>1:obl ,/,>1:punct ports/NNS>7:nsubj are/VBP>7:cop shut/JJ>0:root ./.>7:punct",
    "According < her case",
    "to < According fixed",
    "her < shut obl",
    ", < her punct",
  ),
];
