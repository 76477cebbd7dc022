// The languages whose shops play the scenarios.
import { csharp } from './csharp.ts';
import { go } from './go.ts';
import { java } from './java.ts';
import type { LanguageDriver } from './language-driver.ts';
import { php } from './php.ts';
import { python } from './python.ts';

export const drivers: LanguageDriver[] = [php, python, go, java, csharp];
