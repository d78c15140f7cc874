/** The health as a person, a program or a CI service reads it. */
import { editPath } from '../../src/domain/cms-links.ts';
import { isCollectionName } from '../../src/domain/entries.ts';
import { findingText, kindText, aboutText, othersText, ownerText } from '../../src/domain/health/words.ts';
import { entryPath, isPaged } from '../../src/domain/routes.ts';
import type { Wording } from '../../src/domain/ui.ts';
import type { Finding, Place } from '../../src/schemas/finding.ts';
import type { Labels } from '../../src/schemas/labels.ts';
import type { Settings } from '../../src/schemas/settings.ts';

type Report = (labels: Labels, settings: Settings, findings: readonly Finding[]) => string;

/** By owner, as the page has it: nobody named comes last. */
const byOwner = (findings: readonly Finding[]): [string, Finding[]][] =>
  [...Map.groupBy(findings, ({ owner }) => owner)].sort(
    ([a, x], [b, y]) => Number(a === '') - Number(b === '') || y.length - x.length || (a < b ? -1 : 1),
  );

const lines = (ui: Wording, finding: Finding): string[] => [
  `  ${finding.subject.file}: ${findingText(ui, finding)}`,
  ...(finding.others.length === 0
    ? []
    : [`      ${othersText(ui, finding.kind)}: ${finding.others.map(({ file }) => file).join(', ')}`]),
];

const text: Report = (labels, settings, findings) => {
  const ui = { labels, settings };
  const words = labels.health;
  const count = findings.length === 1 ? words.count_one : words.count_many.replace('{count}', String(findings.length));
  if (findings.length === 0) return `✓ ${words.all_well}`;
  const parts = byOwner(findings).map(([owner, list]) => {
    const kinds = [...Map.groupBy(list, ({ kind }) => kind)].map(([kind, found]) =>
      [
        `${kindText(ui, kind)} (${found.length}). ${aboutText(ui, kind)}`,
        ...found.flatMap((one) => lines(ui, one)),
      ].join('\n'),
    );
    return [`── ${ownerText(ui, owner)}`, ...kinds].join('\n');
  });
  return [...parts, `${count}.`].join('\n\n');
};

const placeData = ({ collection, id, file, title }: Place) => ({
  ...{ collection, id, file, title },
  page: isPaged(collection) ? entryPath(collection, id) : null,
  edit: isCollectionName(collection) ? editPath(collection, id) : null,
});

const json: Report = (labels, settings, findings) =>
  JSON.stringify(
    findings.map((finding) => ({
      kind: finding.kind,
      owner: finding.owner === '' ? null : finding.owner,
      message: findingText({ labels, settings }, finding),
      subject: placeData(finding.subject),
      others: finding.others.map(placeData),
      args: finding.args,
    })),
    null,
    2,
  );

/** Commands of GitHub Actions: `%`, line ends, and in properties also `:` and `,` must be escaped. */
const escapeData = (value: string): string =>
  value.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const escapeProperty = (value: string): string => escapeData(value).replaceAll(':', '%3A').replaceAll(',', '%2C');

const github: Report = (labels, settings, findings) =>
  findings
    .map((finding) => {
      const ui = { labels, settings };
      const message = `${kindText(ui, finding.kind)}: ${findingText(ui, finding)} (${ownerText(ui, finding.owner)})`;
      const title = finding.kind.toUpperCase();
      return `::warning file=${escapeProperty(finding.subject.file)},line=1,title=${title}::${escapeData(message)}`;
    })
    .join('\n');

export const healthReporters = { text, json, github } as const;
