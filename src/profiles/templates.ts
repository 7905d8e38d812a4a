/** What a build and its scripts know of the templates of the profile that has them: values, blocks and commands. */
export {
  contextSection,
  DOLLAR_NOTE,
  instantiateCommand,
  quote,
  quoteFault,
} from './opennebula/template-text.ts';
export { userInputsBlock, type VariableWithInput } from './opennebula/user-inputs-block.ts';
