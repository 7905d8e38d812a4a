import { currentSnapshot } from '../../../site/current-snapshot.ts';
import { usesFile } from '../../../site/urls.ts';
import { definedNodes, usesOf } from '../../../site/previews/uses.ts';

export async function getStaticPaths() {
  const { graph } = await currentSnapshot();
  return definedNodes(graph).map((node) => ({ params: { node: usesFile(node) }, props: { node } }));
}

export const GET = async ({ props }: { props: { node: string } }): Promise<Response> =>
  Response.json(usesOf((await currentSnapshot()).graph, props.node));
