import HelpdeskJWT

print("helpdesk-jwt")
