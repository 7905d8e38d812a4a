import { ruleById } from '#specgraph';
import { ruleTest } from '../../helpers/rule-test.ts';

const table = (last: string): string =>
  `# A\n\n| Event | Level |\n|---|---|\n| \`run_started\` | INFO |\n| \`run_finished\` | INFO |\n| \`node_joined\` | INFO |\n| \`${last}\` | INFO |\n\n`;

const USES =
  'The event `run_started`.\n\n```sh\nlog_event INFO run_finished x\n```\n\n```json\n{ "event": "node_joined" }\n```\n\n```python\nlog_event("node_left", {})\n```\n\n';

const CODES = '`ERROR_CODE=disk_full` or `ERROR_CODE=net_down`.\n\n'.repeat(3);
const LOGS = '```sh\ndocker logs app-server\ndocker exec -it app-client sh\n```\n\n'.repeat(3);

ruleTest(ruleById('unlisted-name')!, {
  good: {
    'names of the table': { 'g/a.md': table('node_left') + USES },
    'an unlisted name that stands twice': {
      'g/a.md': `${table('node_left')}${USES}The event \`node_lost\`, see \`node_lost\`.\n`,
    },
    'few of the used names are in the table': {
      'g/a.md': `${table('node_left')}The event \`run_started\`, the event \`a_b\`, the event \`c_d\`.\n`,
    },
    'another noun': { 'g/a.md': `${table('node_left')}${USES}The field \`node_lost\`.\n` },
    'a value that shares no word': { 'g/a.md': `# A\n\n${CODES}\`ERROR_CODE=other\`.\n` },
    'values that stand once each': {
      'g/a.md': `# A\n\n${CODES}\`ERROR_CODE=disk_lost\` and \`ERROR_CODE=net_lost\`.\n`,
    },
    'a container of its own': { 'g/a.md': `# A\n\n${LOGS}\`docker logs app-db\` of \`app-db\`.\n` },
    'a unit of the system': {
      'g/a.md': `# A\n\n${'`systemctl status app-server`, `journalctl -u app-client`.\n\n'.repeat(3)}\`journalctl -u docker\`.\n`,
    },
    'a truth word where the others have both pairs': {
      'g/a.md': `# A\n\n${'`APP_READY=YES` or `APP_READY=true`.\n\n'.repeat(3)}Never \`APP_READY=on\`.\n`,
    },
    'other capitals where few places have the value': {
      'g/a.md': `# A\n\n${'`APP_FORMAT=json` or `APP_FORMAT=text`.\n\n'.repeat(3)}\`APP_FORMAT=JSON\`.\n`,
    },
  },
  bad: {
    'a truth word of another pair': {
      files: {
        'g/a.md': `# A\n\n${'`READY=YES`, then `READY=NO`.\n\n'.repeat(2)}It holds \`READY=⟦TRUE⟧\`.\n`,
      },
      message: 'The value of READY is TRUE only here.',
      related: ['g/a.md:3 YES'],
    },
    'a value in other capitals': {
      files: {
        'g/a.md': `# A\n\n${'`APP_FORMAT=json`.\n\n'.repeat(4)}With \`APP_FORMAT=⟦JSON⟧\`.\n`,
      },
      message: 'The value of APP_FORMAT is JSON only here.',
      related: ['g/a.md:3 json'],
    },
    'a name that the table lacks': {
      files: { 'g/a.md': `${table('node_left')}${USES}The event \`⟦node_lost⟧\`.\n` },
      message: 'No table lists the event node_lost, which stands only here.',
      related: ['g/a.md:5 run_started'],
    },
    'the second name of a list': {
      files: {
        'g/a.md': `${table('node_left')}${USES}The events \`run_started\`, \`⟦node_lost⟧\` and \`run_started\`.\n`,
      },
      message: 'No table lists the event node_lost, which stands only here.',
      related: ['g/a.md:5 run_started'],
    },
    'a value in the table below the sentence that names the variable': {
      files: {
        'g/a.md': `# A\n\n${CODES}\`ERROR_CODE\` has one of these values:\n\n| Value | Cause |\n|---|---|\n| ⟦\`net_lost\`⟧ | 1 |\n`,
      },
      message: 'The value of ERROR_CODE is net_lost only here.',
      related: ['g/a.md:3 net_down'],
    },
    'a name of the table that nothing uses': {
      files: {
        'g/a.md': `${table('node_lost').replace('`node_lost`', '⟦`node_lost`⟧')}${USES}The event \`node_left\`.\n`,
      },
      message:
        'The table lists the event node_lost, which stands nowhere else; the text and the code use node_left.',
      related: ['g/a.md:24 node_left'],
    },
    'a value of a variable': {
      files: { 'g/a.md': `# A\n\n${CODES}\`ERROR_CODE=⟦disk_is_full⟧\`.\n` },
      message: 'The value of ERROR_CODE is disk_is_full only here.',
      related: ['g/a.md:3 disk_full'],
    },
    'a value below the variable': {
      files: { 'g/a.md': `# A\n\n${CODES}| Step | \`ERROR_CODE\` |\n|---|---|\n| 1 | ⟦\`net_lost\`⟧ |\n` },
      message: 'The value of ERROR_CODE is net_lost only here.',
      related: ['g/a.md:3 net_down'],
    },
    'a container by a part of its name': {
      files: { 'g/a.md': `# A\n\nThe server.\n\n${LOGS}\`docker logs -f ⟦server⟧\`.\n` },
      message: 'The container is server only here.',
      related: ['g/a.md:6 app-server'],
    },
    'a unit': {
      files: {
        'g/a.md': `# A\n\n${'`systemctl status app-server`, `journalctl -u app-client`.\n\n'.repeat(3)}\`journalctl -u ⟦appl-server⟧\`.\n`,
      },
      message: 'The unit is appl-server only here.',
      related: ['g/a.md:3 app-server'],
    },
  },
});
