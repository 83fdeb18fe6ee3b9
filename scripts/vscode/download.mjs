// Installs what the suite in VS Code needs besides the dependencies, so that it can be done beside their installation: a VS Code
// with its Node, the oldest for the Web, and a Chromium where there is none. It takes nothing but what comes with Node.
import { ensureChromium } from './chromium.mjs';
import { ensureOldestVSCode, ensureVSCode } from './install.mjs';

ensureVSCode();
ensureOldestVSCode();
ensureChromium();
