import { currentSnapshot } from '../site/current-snapshot.ts';
import { kindStyles } from '../site/kinds/styles.ts';

export const GET = async (): Promise<Response> =>
  new Response(kindStyles((await currentSnapshot()).graph), {
    headers: { 'Content-Type': 'text/css; charset=utf-8' },
  });
