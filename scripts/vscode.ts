#!/usr/bin/env node
/** `npm run vscode -- [FILE]`: packages the extension for VS Code. */
import path from 'node:path';
import { packageExtension } from './vscode/package-extension.ts';

const root = path.resolve(import.meta.dirname, '..');
const file = path.resolve(process.argv[2] ?? path.join(root, '.cache/specgraph.vsix'));
await packageExtension(root, file);
console.log(`${path.relative(process.cwd(), file)} is ready: code --install-extension ${file}`);
