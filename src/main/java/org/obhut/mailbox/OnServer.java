package org.obhut.mailbox;

/**
 * How many mails lay on the server after the last look, and why.
 *
 * @param waiting could not be fetched or stored and are tried again
 * @param kept are stored here: their time to go has not come, or the server does not remove them
 * @param untouched were there before, and it was chosen to leave them alone
 */
public record OnServer(int waiting, int kept, int untouched) {

    static final OnServer NOTHING = new OnServer(0, 0, 0);
}
