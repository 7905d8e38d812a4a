/** Files that run the check where a project is built: of GitHub, GitLab and pre-commit. */

export const WORKFLOWS = ['github', 'gitlab', 'pre-commit'] as const;
export type Workflow = (typeof WORKFLOWS)[number];

export interface WorkflowFile {
  file: string;
  text: string;
  /** What the user has to do with a file that cannot be used as it is. */
  hint?: string;
}

export interface WorkflowOptions {
  folder: string;
  /** Version of the program, which is pinned. */
  version: string;
}

export function workflowFile(workflow: Workflow, options: WorkflowOptions): WorkflowFile {
  switch (workflow) {
    case 'github':
      return { file: '.github/workflows/specgraph.yml', text: githubWorkflow(options) };
    case 'gitlab':
      return {
        file: 'specgraph.gitlab-ci.yml',
        text: gitlabJob(options),
        hint: 'add "include: specgraph.gitlab-ci.yml" to .gitlab-ci.yml',
      };
    case 'pre-commit':
      return { file: '.pre-commit-config.yaml', text: preCommitHook(options) };
  }
}

/** The command that all of them run; `--yes` keeps npx from asking. */
function checkCommand({ folder, version }: WorkflowOptions, format?: string): string {
  return [`npx --yes specgraph@${version} check ${folder}`, ...(format ? [`--format ${format}`] : [])].join(
    ' ',
  );
}

function githubWorkflow(options: WorkflowOptions): string {
  return `name: specgraph
on:
  pull_request:
  push:
    branches: [main]
permissions:
  contents: read
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
        with:
          # References are compared with the base of the pull request.
          fetch-depth: 0
      - uses: actions/setup-node@v4
        with:
          node-version: 24
      - run: ${checkCommand(options, 'github')}
`;
}

function gitlabJob(options: WorkflowOptions): string {
  return `specgraph:
  image: node:24
  variables:
    # References are compared with the target of the merge request.
    GIT_DEPTH: 0
  script:
    - ${checkCommand(options, 'junit')} --out specgraph.xml
  artifacts:
    when: always
    reports:
      junit: specgraph.xml
`;
}

function preCommitHook(options: WorkflowOptions): string {
  return `repos:
  - repo: local
    hooks:
      - id: specgraph
        name: specgraph
        language: system
        entry: ${checkCommand(options)}
        files: \\.mdx?$
        pass_filenames: false
`;
}
