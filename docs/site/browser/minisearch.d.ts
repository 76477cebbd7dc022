// The copy of MiniSearch that the site serves beside its own scripts.
export { default } from 'minisearch';
