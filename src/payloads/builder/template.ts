/** How the builder writes values into a template: as the profile does. */
export { contextSection, DOLLAR_NOTE, instantiateCommand, quote, quoteFault } from '#profiles/templates';
