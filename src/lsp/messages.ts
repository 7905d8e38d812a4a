/** Messages that the editor shows to the author. */
import { ShowMessageNotification, type Connection, type MessageType } from 'vscode-languageserver';

/** Shows a message. Nobody waits for an answer, unlike with the methods of `connection.window`. */
export function showMessage(connection: Connection, type: MessageType, message: string): void {
  void connection.sendNotification(ShowMessageNotification.type, { type, message });
}
