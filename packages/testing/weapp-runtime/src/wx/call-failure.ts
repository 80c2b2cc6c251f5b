// Why a call of a member of `wx` fails.

/** Thrown by the work of a call: `errMsg` becomes `name:fail message`. */
export class CallFailure extends Error {
  constructor(
    message: string,
    /** One of WeChat's general error numbers. */
    readonly errno?: number,
  ) {
    super(message)
  }
}
