/** The REST API under {@code /api/v1}: JSON in, JSON or a problem document out; every mutation can be repeated by its key. */
package arcade.web.api;
