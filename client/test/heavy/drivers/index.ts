// The languages whose shops play the scenarios.
import type { LanguageDriver } from './language-driver.ts';
import { php } from './php.ts';

export const drivers: LanguageDriver[] = [php];
