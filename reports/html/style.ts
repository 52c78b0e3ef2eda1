import { base } from './style/base.ts';
import { drawing } from './style/drawing.ts';
import { media } from './style/media.ts';
import { overview } from './style/overview.ts';
import { problem } from './style/problem.ts';
import { table } from './style/table.ts';

/** The style sheet of the pages: light and dark, from a phone's width up, and on paper. */
export const style = [base, overview, problem, drawing, table, media].join('');

/** SHA-256 of the style sheet for the page's content security policy; a test holds the two together. */
export const styleHash = 'sha256-3MbID32Q7Nq4UP4zUYH78YSwsTjfE0o8B+ynPcPKsU0=';
