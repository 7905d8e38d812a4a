import path from 'node:path';
import { opennebula } from '#profiles/opennebula/index';
import { ruleFolderTests } from '../../../helpers/rule-folder.ts';

ruleFolderTests({
  rules: opennebula.rules!,
  folder: path.resolve(import.meta.dirname, '../../../../src/profiles/opennebula/rules'),
  tests: import.meta.dirname,
  otherTests: ['pages'],
});
