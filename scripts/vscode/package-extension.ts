/** Packages the extension for VS Code: a .vsix file is a ZIP archive with a manifest in the format of Open Packaging. */
import { createWriteStream, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { rolldown } from 'rolldown';
import yazl from 'yazl';

interface Manifest {
  name: string;
  displayName: string;
  publisher: string;
  description: string;
  categories: string[];
  engines: { vscode: string };
}

const CONTENT_TYPES = `<?xml version="1.0" encoding="utf-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension=".json" ContentType="application/json"/><Default Extension=".js" ContentType="application/javascript"/><Default Extension=".md" ContentType="text/markdown"/><Default Extension=".txt" ContentType="text/plain"/><Default Extension=".vsixmanifest" ContentType="text/xml"/></Types>
`;

const README = `# specgraph for VS Code

Starts the language server of specgraph, which checks the references and statements of Markdown specifications while you type, follows them, completes them and renames what they refer to.

The server is the package \`specgraph\` of the folder (\`npm install --save-dev specgraph\`), otherwise the program \`specgraph\` of the PATH. The setting \`specgraph.command\` names another one.
`;

/**
 * @param root the repository
 * @param file where the package is written
 */
export async function packageExtension(root: string, file: string): Promise<void> {
  const manifest = JSON.parse(read(root, 'src/vscode/manifest.json')) as Manifest;
  const { version, license } = JSON.parse(read(root, 'package.json')) as { version: string; license: string };
  const zip = new yazl.ZipFile();
  const add = (name: string, text: string): void => zip.addBuffer(Buffer.from(text), name);
  add('[Content_Types].xml', CONTENT_TYPES);
  add('extension.vsixmanifest', vsixManifest(manifest, version));
  add('extension/package.json', `${JSON.stringify({ ...manifest, version, license }, null, 2)}\n`);
  add('extension/extension.js', await bundle(root));
  add('extension/README.md', README);
  add('extension/LICENSE.txt', read(root, 'LICENSE'));
  zip.end();
  mkdirSync(path.dirname(file), { recursive: true });
  await pipeline(zip.outputStream, createWriteStream(file));
}

function read(root: string, file: string): string {
  return readFileSync(path.join(root, file), 'utf8');
}

/** The extension and the client of the protocol in one module. VS Code provides the module `vscode`. */
async function bundle(root: string): Promise<string> {
  const build = await rolldown({
    input: path.join(root, 'src/vscode/extension.ts'),
    external: ['vscode'],
    platform: 'node',
    logLevel: 'warn',
  });
  const { output } = await build.generate({ format: 'cjs', minify: true });
  await build.close();
  return output[0].code;
}

function vsixManifest(
  { name, displayName, publisher, description, categories, engines }: Manifest,
  version: string,
): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<PackageManifest Version="2.0.0" xmlns="http://schemas.microsoft.com/developer/vsx-schema/2011" xmlns:d="http://schemas.microsoft.com/developer/vsx-schema-design/2011">
  <Metadata>
    <Identity Language="en-US" Id="${name}" Version="${version}" Publisher="${publisher}"/>
    <DisplayName>${displayName}</DisplayName>
    <Description xml:space="preserve">${description}</Description>
    <Tags>markdown</Tags>
    <Categories>${categories.join(',')}</Categories>
    <GalleryFlags>Public</GalleryFlags>
    <Properties>
      <Property Id="Microsoft.VisualStudio.Code.Engine" Value="${engines.vscode}"/>
      <Property Id="Microsoft.VisualStudio.Code.ExtensionDependencies" Value=""/>
      <Property Id="Microsoft.VisualStudio.Code.ExtensionPack" Value=""/>
      <Property Id="Microsoft.VisualStudio.Code.ExtensionKind" Value="workspace"/>
      <Property Id="Microsoft.VisualStudio.Services.GitHubFlavoredMarkdown" Value="true"/>
    </Properties>
    <License>extension/LICENSE.txt</License>
  </Metadata>
  <Installation>
    <InstallationTarget Id="Microsoft.VisualStudio.Code"/>
  </Installation>
  <Dependencies/>
  <Assets>
    <Asset Type="Microsoft.VisualStudio.Code.Manifest" Path="extension/package.json" Addressable="true"/>
    <Asset Type="Microsoft.VisualStudio.Services.Content.Details" Path="extension/README.md" Addressable="true"/>
    <Asset Type="Microsoft.VisualStudio.Services.Content.License" Path="extension/LICENSE.txt" Addressable="true"/>
  </Assets>
</PackageManifest>
`;
}
