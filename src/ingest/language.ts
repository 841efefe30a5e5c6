// The language of a text, by eld's smallest model, loaded when first asked. The only file that knows eld.

const least = 40; // letters below which a guess is worth nothing

/** BCP 47 tag of the language of `text`, or `fallback` where the text is too short or the model is not sure. */
export async function detectLanguage(text: string, fallback = "en"): Promise<string> {
  const sample = text.slice(0, 5000);
  if ((sample.match(/\p{L}/gu)?.length ?? 0) < least) return fallback;
  const { eld } = await import("eld/extrasmall");
  const found = eld.detect(sample);
  return found.language !== "" && (found.isReliable() || sample.length > 400) ? found.language : fallback;
}
