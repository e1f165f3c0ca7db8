/** The part of a product's page in the back office that is about its pictures. */
package arcade.web.admin.pictures;
