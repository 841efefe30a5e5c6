// Invented reports of four kinds of negotiation, with the actors that a reader finds in them: the forms that name each. Names,
// states, unions and companies are unknown to every lexicon, so that only the text itself tells what they are.
import type { ActorKind } from "../../../src/model/words.js";

export type PressActor = { readonly kind: ActorKind; readonly forms: readonly string[] };
export type PressText = { readonly name: string; readonly text: string; readonly actors: readonly PressActor[] };

const teachers: PressText = {
  name: "teachers",
  text: `Teachers in Marlow Heights to walk out on Thursday

The Marlow Heights Educators' Guild will stop work on Thursday after talks with the Halden County Board of Education broke down late on Tuesday, its president, Delphine Okarra, said.

"We have taught five years without a raise," Okarra told reporters outside Brackwell Middle School. The guild, which speaks for 2,300 teachers and aides, wants 6.5 percent a year. The board offers 3 percent and a one-time payment.

Superintendent Lowell Tamsin called the strike "a blow to families". The district, he said, had no money left. Board chairwoman Perpetua Gaines, who leads the district's negotiating team, accused the guild of walking away from a fair offer.

The state's Public Employment Mediation Service has sent a mediator, Judge Horatio Penn. Penn met both sides for nine hours on Tuesday, and a spokeswoman for the service, Ines Quarry, said he was ready to meet them again.

Parents United for Halden, a group that opposes the strike, urged Gov. Cornell Basquette to step in. The governor's press secretary, Tovah Lindqvist, said Mr. Basquette hoped for a settlement but had no plans to intervene.

The National Federation of Classroom Staff, to which the guild belongs, promised strike pay. NFCS vice president Ruben Achterberg said the federation would support Okarra and her members "as long as it takes". Tamsin and Gaines are to brief the board on Wednesday evening.`,
  actors: [
    {
      kind: "organization",
      forms: ["Marlow Heights Educators' Guild", "The guild", "the guild"],
    },
    {
      kind: "body",
      forms: ["Halden County Board of Education", "The board", "the board"],
    },
    { kind: "person", forms: ["Delphine Okarra", "Okarra"] },
    { kind: "person", forms: ["Lowell Tamsin", "Tamsin"] },
    { kind: "person", forms: ["Perpetua Gaines", "Gaines"] },
    {
      kind: "organization",
      forms: ["Public Employment Mediation Service", "the service"],
    },
    { kind: "person", forms: ["Horatio Penn", "Penn"] },
    { kind: "person", forms: ["Ines Quarry"] },
    { kind: "organization", forms: ["Parents United for Halden"] },
    { kind: "person", forms: ["Cornell Basquette", "Mr. Basquette"] },
    { kind: "person", forms: ["Tovah Lindqvist"] },
    {
      kind: "organization",
      forms: ["National Federation of Classroom Staff", "NFCS", "the federation"],
    },
    { kind: "person", forms: ["Ruben Achterberg"] },
  ],
};

const river: PressText = {
  name: "river",
  text: `Kestovia and Dranmark agree on shares of Ilva water

TARNHOLM - Kestovia and Dranmark initialled a treaty on Wednesday that divides the water of the Ilva, ending eleven years of talks, officials of both countries said.

Kestovia's water minister, Yorick Hallamore, and his Dranmarkian counterpart, Zelda Provost-Amiri, put their initials to the text in Tarnholm, the Dranmarkian capital. Under the treaty Kestovia keeps 58 percent of the summer flow. Dranmark gets the rest and a say in how the Skarn Dam is run.

"Nobody has won and nobody has lost," Hallamore said. Provost-Amiri, a former hydrologist, called it the best that two dry countries could do.

The Ilva Basin Commission, a body of nine engineers set up by both governments, will measure the flow. Its chairman, Obadiah Lund, said the commission would publish figures every week.

Not everybody is content. The Kestovian Farmers' League said the minister had given away too much. "He sold our river," said its secretary, Wim Ostrander. The league plans a march on Friday. In the Dranmarkian parliament the opposition Green Shore party wants a referendum; its leader, Annika Sorrel-Bey, said Dranmark had "signed under pressure from the Kestovians".

President Ludo Wexcombe of Dranmark is expected to sign the treaty next month. Kestovian Prime Minister Ashgar Venn told Kestovia Radio that he would send it to parliament "within days". The Continental Development Bank, which financed the dam, welcomed the treaty. The bank said it was ready to lend more.`,
  actors: [
    { kind: "state", forms: ["Kestovia", "the Kestovians"] },
    { kind: "state", forms: ["Dranmark"] },
    { kind: "person", forms: ["Yorick Hallamore", "Hallamore"] },
    { kind: "person", forms: ["Zelda Provost-Amiri", "Provost-Amiri"] },
    { kind: "body", forms: ["Ilva Basin Commission", "the commission"] },
    { kind: "person", forms: ["Obadiah Lund"] },
    { kind: "organization", forms: ["Kestovian Farmers' League", "The league"] },
    { kind: "person", forms: ["Wim Ostrander"] },
    { kind: "body", forms: ["Dranmarkian parliament"] },
    { kind: "organization", forms: ["Green Shore"] },
    { kind: "person", forms: ["Annika Sorrel-Bey"] },
    { kind: "person", forms: ["Ludo Wexcombe"] },
    { kind: "person", forms: ["Ashgar Venn"] },
    { kind: "organization", forms: ["Kestovia Radio"] },
    { kind: "organization", forms: ["Continental Development Bank", "The bank"] },
  ],
};

const bank: PressText = {
  name: "bank",
  text: `Sarnholt snubs Pellegrin's sweetened offer

Sarnholt rejected a sweetened 4.1 billion euro offer from its larger rival Banca Pellegrin on Monday, saying the price "fundamentally undervalues" the 160-year-old lender.

The board of Sarnholt, chaired by Mathilda Roux-Keller, met on Sunday and voted unanimously to advise shareholders not to tender. "Our plan is worth more than their paper," Roux-Keller wrote in a letter to staff.

Pellegrin said it was disappointed. Its chief executive, Dario Campobello, told analysts that the bid stood and that the bank had no intention of raising it again. Campobello has courted Sarnholt since March.

The finance ministry has not said what it thinks. A person close to the ministry said the minister, Jorun Alvestad, wanted assurances on jobs. The Takeover Panel gave Pellegrin until 12 March to make a binding offer or walk away.

Oakmere Partners, a hedge fund that holds 6 percent of Sarnholt, urged the board to talk. "There is a deal here at eleven euros," Oakmere founder Tobin Fairweather said. Sarnholt's biggest owner, the Hesperus Foundation, backs Roux-Keller.

The bank clerks' union Fidelia fears for 2,900 jobs. Its general secretary, Rosa Pell, said the union would meet both banks next week. Pell accused Campobello of "buying a rival to close it".

A spokesman for Pellegrin declined to comment on jobs. Advisers at Lindqvist & Moray, who work for Sarnholt, also declined to comment.`,
  actors: [
    { kind: "organization", forms: ["Sarnholt"] },
    { kind: "organization", forms: ["Banca Pellegrin", "Pellegrin", "the bank"] },
    { kind: "person", forms: ["Mathilda Roux-Keller", "Roux-Keller"] },
    { kind: "person", forms: ["Dario Campobello", "Campobello"] },
    { kind: "body", forms: ["The finance ministry", "the ministry"] },
    { kind: "person", forms: ["Jorun Alvestad"] },
    { kind: "body", forms: ["Takeover Panel"] },
    { kind: "organization", forms: ["Oakmere Partners", "Oakmere"] },
    { kind: "person", forms: ["Tobin Fairweather"] },
    { kind: "organization", forms: ["Hesperus Foundation"] },
    { kind: "organization", forms: ["Fidelia", "the union"] },
    { kind: "person", forms: ["Rosa Pell", "Pell"] },
    { kind: "organization", forms: ["Lindqvist & Moray"] },
  ],
};

const truce: PressText = {
  name: "truce",
  text: `Truce in Ombara holds for second day, bloc says

A ceasefire between the government of Ombara and the rebels of the Northern Salvation Front held for a second day on Sunday, the Savanna States Union said.

The bloc, which brokered the truce, has 140 observers on the ground. Its envoy, retired general Makena Oduya-Strand, said only two violations had been reported, both near the town of Hebbur. "The guns are silent," Oduya-Strand told a news conference in Port Lisse.

The Front's political chief, Idrissa Malvern, said his fighters would stay in their camps if the army did. Information Minister Celestin Abara said the government would honour "every line" of the accord. Ombara's army chief, Lt. Gen. Boniface Tarrow, has ordered his troops to pull back ten kilometres by Wednesday.

Talks on a lasting peace are to open in Port Lisse on 14 May. The two sides disagree on who may attend. Malvern wants the Council of Ombaran Churches at the table; Abara said the church council could watch but not speak. The council's moderator, Bishop Philomena Wray, said she would come if both sides asked her.

Neighbouring Kuvale, which has long been accused of arming the NSF, welcomed the truce. Kuvale's foreign minister, Teodor Maas, denied that his country had sent weapons. "Kuvale wants peace", Maas said.

Aid agency Bread Without Borders said 60,000 people had fled. The agency's country director, Saoirse Linden, urged the Ombaran authorities and the NSF to open the road to Hebbur.`,
  actors: [
    { kind: "state", forms: ["Ombara", "the Ombaran authorities"] },
    { kind: "organization", forms: ["Northern Salvation Front", "The Front", "NSF"] },
    { kind: "organization", forms: ["Savanna States Union", "The bloc"] },
    { kind: "person", forms: ["Makena Oduya-Strand", "Oduya-Strand"] },
    { kind: "person", forms: ["Idrissa Malvern", "Malvern"] },
    { kind: "person", forms: ["Celestin Abara", "Abara"] },
    { kind: "person", forms: ["Boniface Tarrow"] },
    { kind: "organization", forms: ["Council of Ombaran Churches", "The council"] },
    { kind: "person", forms: ["Philomena Wray"] },
    { kind: "state", forms: ["Kuvale"] },
    { kind: "person", forms: ["Teodor Maas", "Maas"] },
    { kind: "organization", forms: ["Bread Without Borders", "The agency"] },
    { kind: "person", forms: ["Saoirse Linden"] },
  ],
};

export const pressTexts: readonly PressText[] = [teachers, river, bank, truce];
