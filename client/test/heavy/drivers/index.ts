// The languages whose shops play the scenarios.
import { go } from './go.ts';
import type { LanguageDriver } from './language-driver.ts';

export const drivers: LanguageDriver[] = [go];
