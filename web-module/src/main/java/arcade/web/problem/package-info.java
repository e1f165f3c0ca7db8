/** Errors of the REST API as problem documents (RFC 9457). */
package arcade.web.problem;
