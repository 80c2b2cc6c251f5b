// Where a running simulator answers.

/** Where the lines answer, without trailing slashes. */
export interface Origins {
  readonly origin: string
  readonly testLineOrigin: string
  /**
   * The origin whose requests come from one handset: its own port, or else its host name below `.localhost`, which
   * browsers and curl find by themselves but Node only where the system's resolver does.
   *
   * @throws SimulatorError `unknownHandset`
   */
  handsetOrigin(id: string): string
}
