// The words of the review of technologies by language.
import type { Language } from "../../model/phrase.ts";
import { germanReview } from "./de.ts";
import { englishReview, type ReviewWords } from "./en.ts";

export const reviewWords: Readonly<Record<Language, ReviewWords>> = { en: englishReview, de: germanReview };
