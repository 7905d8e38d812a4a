/** The profiles that the programs of this package know: a configuration that is data names them by their id. */
import type { Profile } from '#specgraph';
import { opennebula } from './opennebula/index.ts';

export const PROFILES: readonly Profile[] = [opennebula];
