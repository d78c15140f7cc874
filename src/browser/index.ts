/** What runs on every page: small custom elements, each useless but harmless without JavaScript. */
import './copy-link.ts';
import './freshness-badge.ts';
import './kit/add-to-kit.ts';
import './pins/pin-button.ts';
import './search-opener.ts';
import './theme-picker.ts';
