/** What both APIs, the public one and the operator's, read of a request. */
package arcade.web.request;
